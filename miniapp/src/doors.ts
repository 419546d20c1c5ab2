/** The doors of a person's work where the document of their district decides: who enters loans has a desk for them, and leads are only where cases are pushed. */
import { stepOf } from "../../shared/process/procedure";
import { schemeOf } from "./scheme";
import { DOORS, type Door, type Membership } from "./session";

const REGISTER: Door = { title: "贷款备案", says: "登记已发放的贷款、看审核结果", url: "/bank/registrations/index" };

export function doorsOf({ orgKind, schemeId }: Pick<Membership, "orgKind" | "schemeId">): readonly Door[] {
  const { admission } = schemeOf(schemeId);
  const enters = stepOf(admission, "register")?.by.includes(orgKind) === true;
  const pushed = stepOf(admission, "push") !== undefined;
  const own = DOORS[orgKind].filter(({ url }) => pushed || url !== "/bank/leads/index");
  return enters ? [REGISTER, ...own] : own;
}
