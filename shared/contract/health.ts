/** Whether the service answers. */
import { z } from "zod";
import { route } from "./contract";

export const healthRoutes = {
  health: route("health", { summary: "服务是否正常", reply: z.object({ ok: z.literal(true), today: z.string(), demo: z.boolean() }) }),
};
