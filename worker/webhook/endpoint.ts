/** A bank sets, rotates and disables its own endpoint; its secret is told once. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { newId } from "../clock";
import { reply, verb } from "../verb";
import { webhookUrl } from "./address";
import { disableEndpoint, type EndpointRow, endpointQuery, rotateSecret, setEndpoint } from "./store";

const OLD_SECRET_FOR = 86_400_000;
const newSecret = (): string => `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`;
const shown = ({ url, status, set_at }: EndpointRow) => ({ url, status, setAt: set_at });

export const getWebhook = verb(api.getWebhook, {
  load: ({ db, mine }) => ({ endpoint: endpointQuery(db, mine.orgId) }),
  decide: (_, { endpoint }) => reply({ endpoint: endpoint[0] ? shown(endpoint[0]) : null }),
});

export const setWebhook = verb(api.setWebhook, {
  decide: ({ db, body, settings, schemeId, actor, now }) => {
    const url = webhookUrl(body.url, settings);
    if (!url.ok) return url;
    const secret = newSecret();
    const told = { url: url.value.href, status: "active" as const, setAt: now };
    return accept({
      statements: [setEndpoint(db, { id: newId(), orgId: actor.orgId, schemeId, url: url.value.href, secret, now })],
      reply: { ...told, secret },
      repeated: { ...told, secret: null },
    });
  },
});

export const rotateWebhook = verb(api.rotateWebhook, {
  load: ({ db, mine }) => ({ endpoint: endpointQuery(db, mine.orgId) }),
  decide: ({ db, now }, { endpoint }) => {
    const one = endpoint[0];
    if (!one || one.status === "disabled") return refuse("not_found");
    const secret = newSecret();
    return accept({
      statements: [rotateSecret(db, one.id, secret, now + OLD_SECRET_FOR)],
      reply: { ...shown(one), secret },
      repeated: { ...shown(one), secret: null },
    });
  },
});

export const disableWebhook = verb(api.disableWebhook, {
  load: ({ db, mine }) => ({ endpoint: endpointQuery(db, mine.orgId) }),
  decide: ({ db }, { endpoint }) => {
    const one = endpoint[0];
    if (!one) return refuse("not_found");
    return accept({ statements: [disableEndpoint(db, one.id)], reply: { ...shown(one), status: "disabled" as const } });
  },
});
