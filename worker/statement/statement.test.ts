import { utils, write } from "@e965/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { call, env, phoneOf, tokenOf } from "../testing";

const CASE = "case-1";
let owner = "";
let bank = "";
let office = "";

beforeAll(async () => {
  await call("POST", "/demo/seed");
  [owner, bank, office] = [await tokenOf(phoneOf(1)), await tokenOf(phoneOf(7)), await tokenOf(phoneOf(4))];
  const { acting } = (await call("GET", "/identity/me", undefined, { token: owner })).body;
  await env.DB.prepare(
    `INSERT INTO case_file (id, scheme_id, year, serial, no, enterprise_org, enterprise_name, credit_code, since, submitted_on, moved_at)
     VALUES (?, 'yanqing', 2026, 1, '1', ?, '甲', 'x', '2026-03-02', '2026-03-02', 1)`,
  )
    .bind(CASE, acting.orgId)
    .run();
});

const text = (value: string) => new Uint8Array(Array.from(value, (char) => char.charCodeAt(0)));
const pdf = (inner: string) => text(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${inner} >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`);
const png = (width: number, height: number) => {
  const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, ...text("IHDR"), ...new Array(17).fill(0), ...text("IEND")]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
};
const deflated = async (bytes: Uint8Array<ArrayBuffer>, format: "deflate" | "deflate-raw") =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream(format))).arrayBuffer());

/** A zip of deflated entries, whose directory may lie about a size. */
async function zip(entries: Record<string, Uint8Array<ArrayBuffer>>, lie: Record<string, number> = {}, flags = 0): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  const heads: Uint8Array[] = [];
  let offset = 0;
  for (const [name, plain] of Object.entries(entries)) {
    const packed = await deflated(plain, "deflate-raw");
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, 0x04034b50, true);
    local.setUint16(8, 8, true);
    local.setUint16(26, name.length, true);
    const head = new DataView(new ArrayBuffer(46));
    head.setUint32(0, 0x02014b50, true);
    head.setUint16(8, flags, true);
    head.setUint16(10, 8, true);
    head.setUint32(20, packed.length, true);
    head.setUint32(24, lie[name] ?? plain.length, true);
    head.setUint16(28, name.length, true);
    head.setUint32(42, offset, true);
    parts.push(new Uint8Array(local.buffer), text(name), packed);
    heads.push(new Uint8Array(head.buffer), text(name));
    offset += 30 + name.length + packed.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(10, Object.keys(entries).length, true);
  end.setUint32(16, offset, true);
  return new Uint8Array(await new Blob([...parts, ...heads, new Uint8Array(end.buffer)] as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}
const sheet = { "[Content_Types].xml": text("<Types/>"), "xl/workbook.xml": text("<workbook/>") };

interface Given {
  kind?: string;
  name?: string;
  caseId?: string;
  token?: string;
  key?: string;
  more?: Record<string, string>;
}
function upload(bytes: Uint8Array<ArrayBuffer> | null, { kind = "other", name = "a.pdf", caseId = CASE, token = owner, key, more = {} }: Given = {}) {
  const form = new FormData();
  for (const [field, value] of Object.entries({ caseId, kind, ...more })) form.set(field, value);
  if (bytes) form.set("file", new File([bytes], name));
  return call("POST", "/statements", form, { token, ...(key ? { key } : {}) });
}

describe("a good file", () => {
  it("is kept under our own name, hashed, and handed out as an attachment", async () => {
    const bytes = pdf("/Lang (zh)");
    const { status, body } = await upload(bytes, { kind: "business_licence", name: "../..\\营业\u202e执照'1.exe" });
    expect([status, body.filename, body.mediaType, body.bytes, body.existing]).toEqual([
      201,
      "营业执照'1.pdf",
      "application/pdf",
      bytes.length,
      false,
    ]);
    expect(body.sha256).toMatch(/^[0-9a-f]{64}$/);
    const { objects } = await env.FILES.list();
    expect(objects.map((one) => one.key)).toEqual([expect.stringMatching(/^yanqing\/case-1\/[0-9a-f-]{36}$/)]);
    const file = await call("GET", `/statements/${body.statementId}/file`, undefined, { token: office });
    expect(file.body).toBe(String.fromCharCode(...bytes));
    expect(file.headers.get("content-disposition")).toBe(
      `attachment; filename="_____1.pdf"; filename*=UTF-8''%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7%271.pdf`,
    );
    expect([file.headers.get("cache-control"), file.headers.get("content-security-policy")]).toEqual(["no-store", "sandbox; default-src 'none'"]);
  });
  it("uploaded twice is the same one; the same key answers the same", async () => {
    const first = await upload(pdf("/A 1"), { key: "k1" });
    expect((await upload(pdf("/A 1"), { key: "k1" })).body).toEqual(first.body);
    expect((await upload(pdf("/A 2"), { key: "k1" })).body.code).toBe("idempotency_conflict");
    const second = await upload(pdf("/A 1"));
    expect([second.status, second.body.existing, second.body.statementId]).toEqual([200, true, first.body.statementId]);
  });

  it("YQ-040 one file that holds two years is kept once for each year", async () => {
    const bytes = pdf("/Years true");
    const kept = [];
    for (const fiscalYear of ["2024", "2025", "2025"]) kept.push(await upload(bytes, { kind: "cash_flow", more: { fiscalYear } }));
    expect(kept.map(({ status, body }) => [status, body.fiscalYear, body.existing])).toEqual([
      [201, 2024, false],
      [201, 2025, false],
      [200, 2025, true],
    ]);
  });
  it("that is a spreadsheet gives its figures back", async () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ["资产负债表", null, "单位：元"],
        ["项目", "期末余额", "年初余额"],
        ["货币资金", 1200.5, 1000],
        ["资产总计", 9000000, 8000000],
      ]),
      "表",
    );
    const bytes = new Uint8Array(write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer);
    const { status, body } = await upload(bytes, { kind: "balance_sheet", name: "表.xlsx", more: { fiscalYear: "2025" } });
    expect([status, body.fiscalYear, body.figures]).toEqual([
      201,
      2025,
      { cashOpening: "1000.00", cashClosing: "1200.50", assetsOpening: "8000000.00", assetsClosing: "9000000.00" },
    ]);
  });
  it("may be a picture", async () => {
    expect((await upload(png(800, 600))).body.mediaType).toBe("image/png");
    expect((await upload(new Uint8Array([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 10, 0, 10, 1, 1, 0, 0, 0xff, 0xd9]))).body.mediaType).toBe(
      "image/jpeg",
    );
  });
});

describe("a hostile file", () => {
  const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);
  it.each<[string, () => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>, string]>([
    ["an empty one", () => new Uint8Array(), "file_empty"],
    ["a program", () => text("MZ\u0090\0 not a pdf"), "file_type"],
    ["a page named pdf", () => text("<html><script>alert(1)</script>"), "file_type"],
    ["an old Office file", () => text("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1 macro"), "file_type"],
    ["an encrypted workbook", () => text(`\u00d0\u00cf\u0011\u00e0${Array.from("EncryptedPackage").join("\0")}`), "file_encrypted"],
    ["an encrypted PDF", () => pdf("/Encrypt 5 0 R"), "file_encrypted"],
    ["a PDF with a script", () => pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "file_harmful"],
    ["a PDF with a script in hex", () => pdf("/AA << /S /J#61vaScr#69pt >>"), "file_harmful"],
    ["a PDF that launches", () => pdf("/OpenAction << /S /Launch /F (cmd.exe) >>"), "file_harmful"],
    ["a PDF that opens a page elsewhere", () => pdf("/OpenAction << /S /URI /URI (https://x.invalid) >>"), "file_harmful"],
    ["a PDF with a file inside", () => pdf("/Names << /EmbeddedFiles 3 0 R >>"), "file_harmful"],
    [
      "a PDF whose script is packed",
      async () => {
        const packed = await deflated(text("<< /S /JavaScript /JS (x) >>"), "deflate");
        return text(`%PDF-1.7\n2 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n${String.fromCharCode(...packed)}\nendstream endobj\n%%EOF`);
      },
      "file_harmful",
    ],
    ["a PDF that is a zip too", async () => new Uint8Array([...pdf(""), ...(await zip(sheet)), ...text("%%EOF")]), "file_harmful"],
    ["a PDF cut short", () => text("%PDF-1.7\n1 0 obj"), "file_unreadable"],
    ["a picture of 60,000 × 60,000", () => png(60_000, 60_000), "file_harmful"],
    ["a zip that is no workbook", () => zip({ "a.txt": text("a") }), "file_type"],
    ["a workbook with macros", () => zip({ ...sheet, "xl/vbaProject.bin": text("x") }), "file_harmful"],
    [
      "a renamed macro workbook",
      () => zip({ ...sheet, "[Content_Types].xml": text("application/vnd.ms-excel.sheet.macroEnabled.main+xml") }),
      "file_harmful",
    ],
    ["a workbook that declares too much", () => zip({ ...sheet, "xl/big.xml": zeros(51) }), "file_harmful"],
    ["a workbook that lies about its size", () => zip({ ...sheet, "xl/big.xml": zeros(2) }, { "xl/big.xml": 10 }), "file_harmful"],
    ["a workbook with a password", () => zip(sheet, {}, 1), "file_encrypted"],
    ["a workbook cut short", async () => (await zip(sheet)).slice(0, 60), "file_unreadable"],
    ["more than 10 MB", () => new Uint8Array([...text("%PDF-1.7"), ...zeros(10)]), "file_too_big"],
  ])("%s is refused and nothing is kept", async (_, make, code) => {
    const before = (await env.FILES.list()).objects.length;
    const { status, body } = await upload(await make());
    expect([body.code, body.refusals?.[0]?.field]).toEqual([code, "file"]);
    expect(status).toBeLessThan(500);
    expect((await env.FILES.list()).objects).toHaveLength(before);
  });
  it("no file, two files, a broken form or a wrong kind are refused", async () => {
    expect((await upload(null)).body.code).toBe("file_missing");
    expect((await upload(pdf(""), { kind: "selfie" })).body.code).toBe("statement_kind_invalid");
    expect((await upload(pdf(""), { more: { extra: "1" } })).body.code).toBe("field_invalid");
    expect((await call("POST", "/statements", {}, { token: owner })).body.code).toBe("body_invalid");
    expect((await upload(pdf(""), { token: "nobody-nobody-nobody" })).status).toBe(401);
  });
});

describe("whose file it is", () => {
  it("another's case looks like none, to see, to add to and to download", async () => {
    const { body } = await upload(pdf("/B 1"));
    const stranger = await Promise.all([
      upload(pdf("/B 2"), { token: await tokenOf(phoneOf(2)) }),
      upload(pdf("/B 2"), { token: await tokenOf(phoneOf(2)), caseId: "none" }),
      call("GET", `/cases/${CASE}/statements`, undefined, { token: bank }),
      call("GET", "/cases/none/statements", undefined, { token: bank }),
      call("GET", `/statements/${body.statementId}/file`, undefined, { token: bank }),
      call("GET", "/statements/none/file", undefined, { token: bank }),
    ]);
    expect(stranger.map((one) => [one.status, one.body.code])).toEqual(stranger.map(() => [404, "not_found"]));
  });
  it("a party sees, the office adds its own papers only", async () => {
    const { acting } = (await call("GET", "/identity/me", undefined, { token: bank })).body;
    await env.DB.prepare("INSERT INTO case_party VALUES (?, ?, 'lead')").bind(CASE, acting.orgId).run();
    expect((await call("GET", `/cases/${CASE}/statements`, undefined, { token: bank })).body.statements.length).toBeGreaterThan(0);
    expect((await upload(pdf("/C 1"), { token: office, kind: "balance_sheet" })).body.code).toBe("access_denied");
    expect((await upload(pdf("/C 1"), { token: office, kind: "gov_document" })).status).toBe(201);
  });
  it("a draft's papers are the enterprise's alone", async () => {
    await env.DB.prepare("UPDATE case_file SET submitted_on = NULL WHERE id = ?").bind(CASE).run();
    expect((await call("GET", `/cases/${CASE}/statements`, undefined, { token: office })).status).toBe(404);
    expect((await call("GET", `/cases/${CASE}/statements`, undefined, { token: owner })).status).toBe(200);
  });
  it("a case holds thirty files, also when the last two come at once", async () => {
    const { body } = await call("GET", `/cases/${CASE}/statements`, undefined, { token: owner });
    for (let held = body.statements.length; held < 29; held++) expect((await upload(pdf(`/N ${held}`))).status).toBe(201);
    const last = await Promise.all([upload(pdf("/L 1")), upload(pdf("/L 2"))]);
    expect(last.map((one) => one.body.code ?? "kept").sort()).toEqual(["file_too_many", "kept"]);
  });
});
