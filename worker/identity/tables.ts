/** People, sessions, codes, organisations, memberships. Property names of the first three are those the session library asks for. */
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { OrgKind } from "../../shared/process/party";

export const person = sqliteTable("person", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  phoneNumber: text("phone"),
  phoneNumberVerified: integer("phone_verified", { mode: "boolean" }).notNull().default(false),
  email: text("email").notNull(),
  emailVerified: integer("email_verified", { mode: "boolean" }).notNull().default(false),
  image: text("image"),
  status: text("status").$type<"active" | "disabled">().notNull().default("active"),
  createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
  updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
});

export const session = sqliteTable("session", {
  id: text("id").primaryKey(),
  token: text("token").notNull(),
  userId: text("person_id").notNull(),
  expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
  createdAt: integer("started_at", { mode: "timestamp_ms" }).notNull(),
  updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  seenAt: integer("seen_at").notNull().default(0),
  ipAddress: text("ip_address"),
  userAgent: text("user_agent"),
});

export const verification = sqliteTable("verification", {
  id: text("id").primaryKey(),
  identifier: text("identifier").notNull(),
  value: text("value").notNull(),
  expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
  createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
  updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
});

/** Asked for by the session library; empty. */
export const credential = sqliteTable("credential", {
  id: text("id").primaryKey(),
  accountId: text("account_id").notNull(),
  providerId: text("provider_id").notNull(),
  userId: text("person_id").notNull(),
  accessToken: text("access_token"),
  refreshToken: text("refresh_token"),
  idToken: text("id_token"),
  accessTokenExpiresAt: integer("access_token_expires_at", { mode: "timestamp_ms" }),
  refreshTokenExpiresAt: integer("refresh_token_expires_at", { mode: "timestamp_ms" }),
  scope: text("scope"),
  password: text("password"),
  createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
  updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
});

export const organisation = sqliteTable("organisation", {
  id: text("id").primaryKey(),
  schemeId: text("scheme_id").notNull(),
  kind: text("kind").$type<OrgKind>().notNull(),
  name: text("name").notNull(),
  creditCode: text("credit_code"),
  status: text("status").$type<"active" | "suspended">().notNull().default("active"),
  registeredAt: integer("registered_at").notNull(),
  region: text("region").notNull().default(""),
  marks: text("marks").notNull().default("[]"),
});

export const membership = sqliteTable("membership", {
  id: text("id").primaryKey(),
  personId: text("person_id").notNull(),
  orgId: text("org_id").notNull(),
  title: text("title").notNull(),
  status: text("status").$type<"active" | "disabled">().notNull().default("active"),
  registeredAt: integer("registered_at").notNull(),
});
