/** What stays after a decisive act: that it is done, under which number, what was said, and what comes next. */
import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { Card, Row } from "./card";
import { Banner } from "./errors";

interface ReceiptProps {
  id?: string;
  /** What was done, e.g. `选票已封存`. */
  title: string;
  /** Who is next and by when. */
  next: ReactNode;
  /** A name and what was said; empty values are left out. */
  rows: readonly (readonly [string, string | null | undefined])[];
  children?: ReactNode;
}

export const Receipt = ({ id = "receipt", title, next, rows, children }: ReceiptProps) => (
  <View id={id}>
    <Banner tone="good" title={title}>
      {next}
    </Banner>
    <Card>
      {rows.map(([label, value]) =>
        value ? (
          <Row key={label} label={label}>
            {value}
          </Row>
        ) : null,
      )}
      {children}
    </Card>
  </View>
);
