/** HTTP of the plans by which a period's money is given out. */
import { type App, mount } from "../mount";
import { agreeAllocation } from "./agree-allocation";
import { drawUpAllocation } from "./draw-up-allocation";
import { getAllocation } from "./get-allocation";
import { listAllocations } from "./list-allocations";
import { returnAllocation } from "./return-allocation";

export function allocationRoutes(app: App): void {
  mount(app, listAllocations);
  mount(app, getAllocation);
  mount(app, drawUpAllocation);
  mount(app, agreeAllocation);
  mount(app, returnAllocation);
}
