/** The districts that a deployment carries, for whoever has to choose one before there is a person. */
import { z } from "zod";
import { route } from "./contract";
import { id } from "./text";

export const districtRoutes = {
  listDistricts: route("listDistricts", {
    summary: "本系统办理哪些地区的业务",
    reply: z.object({
      /** The district of requests that name none. */
      usual: id,
      districts: z.array(
        z.object({
          id,
          district: z.string(),
          /** The name of its document. */
          name: z.string(),
          status: z.enum(["draft", "in_force"]),
          /** Whether today lies within the document's validity, by its text and its approved amendments. */
          open: z.boolean(),
          /** Its people and sessions lie in a database of their own: who is signed in elsewhere signs in here once more. */
          apart: z.boolean(),
        }),
      ),
    }),
  }),
};
