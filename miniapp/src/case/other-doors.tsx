/** From one desk of a case to what else its viewer may do with it. */
import { View } from "@tarojs/components";
import type { CaseView } from "../../../shared/contract/case";
import { go } from "../go";
import { Button } from "../ui/button";
import { actionDoors } from "./actions";

/** `shown` are the pages that need no door: the one that asks, and those it leads to by itself. */
export function OtherDoors({ view, shown }: { view: CaseView; shown: readonly string[] }) {
  const doors = actionDoors(view).filter((door) => !shown.includes(door.url));
  return doors.length ? (
    <View className="stack">
      {doors.map((door) => (
        <Button key={door.url} id={`to-${door.url.split("/").slice(1, 3).join("-")}`} kind="secondary" onTap={() => go(door.url, { id: view.id })}>
          {door.says}
        </Button>
      ))}
    </View>
  ) : null;
}
