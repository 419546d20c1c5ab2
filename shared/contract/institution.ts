/** Organisations of the district and the agreements with its partner institutions (二（六）). */
import { z } from "zod";
import { ORG_KINDS } from "../process/party";
import { route } from "./contract";
import { orgKind } from "./identity";
import { dayText, id, line, paragraph, ratioText } from "./text";

const organisationShape = z.object({ orgId: id, kind: orgKind, name: z.string(), status: z.enum(["active", "suspended"]) });
/** What a partner is certified as, by the document's words. */
const mark = z.string().regex(/^[a-z_]{1,40}$/, "field_invalid");

export const agreementShape = z.object({
  agreementId: id,
  orgId: id,
  signedOn: z.string(),
  validFrom: z.string(),
  validUntil: z.string(),
  selectionProcedure: z.string(),
  selectedOn: z.string(),
  selectionDocument: z.string(),
  duties: z.string(),
  compensationTerms: z.string(),
  recoveryTerms: z.string(),
  lowThreshold: z.boolean(),
  /** The lowest yearly rate offered, as decimal text. */
  minRate: z.string().nullable(),
  productInnovation: z.boolean(),
  /** A compensation ratio agreed below the document's, as decimal text. */
  maxRatio: z.string().nullable(),
  /** The lending licence of a lender that is no bank. */
  licenceType: z.string().nullable(),
  licenceUntil: z.string().nullable(),
});

export const institutionRoutes = {
  listOrganisations: route("listOrganisations", {
    summary: "本区的单位名单，可按类别",
    query: z.strictObject({ kind: z.enum(ORG_KINDS).optional() }),
    reply: z.object({ organisations: z.array(organisationShape) }),
  }),
  registerInstitution: route("registerInstitution", {
    summary: "登记一家合作机构或一个单位",
    body: z.strictObject({
      kind: orgKind,
      name: line(100),
      creditCode: z.string().max(64, "field_too_long").optional(),
      /** Where it is established, and what it is certified as, by the document's words. */
      region: line(60).optional(),
      marks: z.array(mark).max(10).optional(),
    }),
    reply: organisationShape,
  }),
  listAgreements: route("listAgreements", {
    summary: "合作协议",
    query: z.strictObject({ orgId: id.optional() }),
    reply: z.object({ agreements: z.array(agreementShape) }),
  }),
  signAgreement: route("signAgreement", {
    summary: "登记与一家合作机构签订的协议",
    // selection and terms may be missing here so that the refusal can cite the article
    body: z.strictObject({
      signedOn: dayText,
      validFrom: dayText.optional(),
      validUntil: dayText.optional(),
      selectionProcedure: line(100).optional(),
      selectedOn: dayText.optional(),
      selectionDocument: line(200).optional(),
      duties: paragraph(2000).optional(),
      compensationTerms: paragraph(2000).optional(),
      recoveryTerms: paragraph(2000).optional(),
      lowThreshold: z.boolean().default(false),
      minRate: ratioText.optional(),
      productInnovation: z.boolean().default(false),
      maxRatio: ratioText.optional(),
      licenceType: line(60).optional(),
      licenceUntil: dayText.optional(),
      /** Why it runs longer than the document has it as a rule. */
      termReason: paragraph(500).optional(),
    }),
    reply: agreementShape,
  }),
};
