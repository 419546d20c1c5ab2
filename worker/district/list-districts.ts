/** Which districts this deployment carries: those where somebody is registered, and in the demo all that the build knows. */
import { api } from "../../shared/contract/api";
import { openForBusiness } from "../../shared/process/act";
import { SCHEMES } from "../../shared/schemes/registry";
import type { Scheme } from "../../shared/schemes/scheme";
import { inForceQuery, schemeWith } from "../amendment/in-force";
import { databaseFor, load } from "../database";
import { someOrganisationQuery } from "../identity/store";
import { reply, verb } from "../verb";

export const listDistricts = verb(api.listDistricts, {
  decide: async ({ env, settings, today }) => {
    const all = await Promise.all(
      Object.values(SCHEMES).map(async (document: Scheme) => {
        const db = databaseFor(env, document.id);
        const { some, amendments } = await load(db, { some: someOrganisationQuery(db, document.id), amendments: inForceQuery(db, document.id) });
        const { id, district, name, status } = document;
        const open = openForBusiness(schemeWith(id, amendments), today).ok;
        return { carried: settings.DEMO || some.length > 0, said: { id, district, name, status, open, apart: db !== env.DB } };
      }),
    );
    return reply({ usual: settings.SCHEME, districts: all.filter(({ carried }) => carried).map(({ said }) => said) });
  },
});
