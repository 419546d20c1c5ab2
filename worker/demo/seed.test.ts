/** The demo builds each district in one database, with the people that its document's steps need and its document in force. */
import { describe, expect, it } from "vitest";
import { shanghaiDay } from "../../shared/local-date";
import { openForBusiness } from "../../shared/process/act";
import { SCHEMES } from "../../shared/schemes/registry";
import { inForceQuery, schemeWith } from "../amendment/in-force";
import { load } from "../database";
import { call, env, tokenOf } from "../testing";
import { DEMO_DISTRICTS } from "./people";

// a document may come without a demo district
describe.each(Object.keys(DEMO_DISTRICTS))("%s", (id) => {
  it("is built once, is in force today, and each of its people signs in and acts for their organisation", async () => {
    expect((await call("POST", "/demo/seed", {}, { scheme: id })).body).toEqual({ seeded: true });
    expect((await call("POST", "/demo/seed", {}, { scheme: id })).body).toEqual({ seeded: false });
    const { found } = await load(env.DB, { found: inForceQuery(env.DB, id) });
    const scheme = schemeWith(id, found);
    expect(openForBusiness(scheme, shanghaiDay(Date.now())).ok).toBe(true);
    for (const person of DEMO_DISTRICTS[id]?.people ?? []) {
      const me = await call("GET", "/identity/me", undefined, { token: await tokenOf(person.phone), scheme: id });
      expect(me.body.acting, JSON.stringify(me.body)).toMatchObject({ orgKind: person.orgKind, orgName: person.orgName, schemeId: id });
    }
  });

  it("has somebody for every step that its document names", () => {
    const kinds = new Set(DEMO_DISTRICTS[id]?.people.map(({ orgKind }) => orgKind));
    const { admission, claim, fund } = SCHEMES[id] as (typeof SCHEMES)[string];
    const asked = [...admission.steps, ...claim.steps].map(({ by }) => by);
    for (const by of [...asked, fund.payment.instructedBy, fund.payment.paidBy.kinds])
      expect(
        by.some((kind) => kinds.has(kind)),
        by.join(),
      ).toBe(true);
  });
});
