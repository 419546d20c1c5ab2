/** One plan of a period's money with each of its claims. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { verb } from "../verb";
import { allocationShown, lineShown, roomShown } from "./shown";
import { allocationQuery, linesQuery, roomsQuery } from "./store";

export const getAllocation = verb(api.getAllocation, {
  load: ({ db, schemeId, params }) => ({
    plan: allocationQuery(db, schemeId, params.allocationId),
    lines: linesQuery(db, schemeId, params.allocationId),
    rooms: roomsQuery(db, schemeId, params.allocationId),
  }),
  decide: (ctx, { plan: [row], lines, rooms }) =>
    row ? accept({ reply: { ...allocationShown(ctx, row), lines: lines.map(lineShown), rooms: rooms.map(roomShown) } }) : refuse("not_found"),
});
