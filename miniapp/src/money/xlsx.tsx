/** Saving a table as xlsx: a button, and a word where it did not work. */
import { useState } from "react";
import { openBytes } from "../open-file";
import { Button } from "../ui/button";
import { Banner } from "../ui/errors";
import { WentWrong } from "../ui/states";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

interface SaveXlsxProps {
  id: string;
  /** The address that answers the table. */
  url: string;
  name: string;
  children: string;
}

export function SaveXlsx({ id, url, name, children }: SaveXlsxProps) {
  const [failed, setFailed] = useState<unknown>(null);
  const save = async () => {
    setFailed(null);
    try {
      await openBytes(url, name, XLSX);
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <>
      {failed ? (
        <Banner tone="danger">
          <WentWrong error={failed} />
        </Banner>
      ) : null}
      <Button id={id} kind="secondary" inline onTap={save} busyText="正在生成…">
        {children}
      </Button>
    </>
  );
}
