/** Wraps a worker so that it keeps which statements each request ran and what it answered; `/recordings` hands them over. */

/** @typedef {import("./bare.mjs").Said} Said */
/** @typedef {{ said: Said, real: any }} Spied */

/** @param {any} real @param {Said} said @param {import("./bare.mjs").Recording} into */
const spied = (real, said, into) => ({
  said,
  real,
  /** @param {unknown[]} params */
  bind: (...params) => spied(real.bind(...params), { ...said, params }, into),
  run: () => {
    into.after.push(said);
    return real.run();
  },
  all: () => {
    into.batches.push([said]);
    return real.all();
  },
  first: () => {
    into.batches.push([said]);
    return real.first();
  },
});

/** @param {any} worker the default export of a bundle */
export const recording = (worker) => {
  /** @type {[string, import("./bare.mjs").Recording][]} */
  const kept = [];
  return {
    ...worker,
    /** @param {Request} request @param {any} env @param {any} ctx */
    async fetch(request, env, ctx) {
      const { pathname } = new URL(request.url);
      if (pathname === "/recordings") return Response.json(kept.splice(0));
      /** @type {import("./bare.mjs").Recording} */
      const into = { batches: [], after: [], reply: null };
      const DB = {
        /** @param {string} sql */
        prepare: (sql) => spied(env.DB.prepare(sql), { sql, params: [] }, into),
        /** @param {Spied[]} all */
        batch: (all) => {
          into.batches.push(all.map((one) => one.said));
          return env.DB.batch(all.map((one) => one.real));
        },
      };
      const answer = await worker.fetch(request, { ...env, DB }, ctx);
      kept.push([`${request.method} ${pathname}`, { ...into, reply: await answer.clone().json() }]);
      return answer;
    },
  };
};
