/** The demo district; these routes do not exist unless the demo setting is on. */
import { z } from "zod";
import { route } from "./contract";
import { orgKind } from "./identity";

export const demoRoutes = {
  demoPeople: route("demoPeople", {
    summary: "演示区的登录名单",
    reply: z.object({ people: z.array(z.object({ phone: z.string(), name: z.string(), title: z.string(), orgKind, orgName: z.string() })) }),
  }),
  seedDemo: route("seedDemo", { summary: "在空库中建立演示区", reply: z.object({ seeded: z.boolean() }) }),
};
