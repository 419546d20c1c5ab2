/** An insured firm in a random life of 延庆: its premium is subsidised receipt by receipt, and it gives back its part of what the insurer refunds. */
import type { Instruction } from "../../fund/payment";
import { isOpen } from "../../fund/payment";
import { decideSubsidy, receiptOf, subsidyBack } from "../../fund/subsidy";
import { day } from "../../local-date";
import { type Fen, fen, plus, ZERO } from "../../money";
import { accept } from "../../outcome";
import type { LoanFile } from "../../process/loan-file";
import { Broken } from "../testing-life-ledger";
import { draws, progresses } from "../testing-paying";
import { yanqing } from "./scheme";
import type { Firm } from "./testing-entry";
import type { YanqingLife } from "./testing-life";

export interface Subsidised {
  /** Receipts whose premium was subsidised. */
  receipts: { readonly no: string; readonly premium: Fen; readonly subsidised: Fen; refunded: Fen; returned: Fen }[];
  /** The receipt whose subsidy is being paid. */
  receipt?: { readonly no: string; readonly premium: Fen; readonly amount: Fen };
}

export function insures(life: YanqingLife, firm: Firm, file: LoanFile, how: number): void {
  const { instruction, receipt } = firm;
  if (receipt && instruction && isOpen(instruction))
    return void progresses(life, firm, undefined, how, (order) => subsidised(life, firm, receipt, order));
  if (how % 5 === 0 && firm.receipts.length > 0) return void refunds(life, firm, how);
  if (!receipt) return void asks(life, firm, file, how);
  const basis = { base: receipt.premium, ratio: "0.50", loss: receipt.premium, covered: ZERO };
  draws(life, firm, { payableId: receipt.no, asked: receipt.amount, basis }, how);
}

function asks(life: YanqingLife, firm: Firm, file: LoanFile, how: number): void {
  const rules = yanqing.subsidy;
  if (!rules || firm.receipts.length > 3) return;
  const enterpriseId = firm.enterprise.id;
  const request = {
    receiptNo: String(how % 9 === 0 ? 0 : firm.receipts.length),
    policyNo: `policy-${firm.no}`,
    premiumPaid: fen(1 + (how % 10_000_001)),
    papers: rules.papers.map((paper) => paper.kind),
    enterpriseId,
    loan: file.loan,
  };
  const span = { from: file.loan.disbursedOn, until: day("2099-12-31") };
  const policy = { policyNo: request.policyNo, loanId: file.loan.loanId, insuredId: enterpriseId, ...span };
  const before = firm.receipts.map((one) => one.no);
  const decided = decideSubsidy(rules, request, policy, before, life.on);
  if (!life.took(decided)) return;
  const no = receiptOf(request);
  const { amount } = decided.value;
  firm.receipt = { no, premium: request.premiumPaid, amount };
  const payable = { id: no, reason: "subsidy" as const, of: no, caseId: firm.state.id, payeeId: enterpriseId, amount, approvedOn: life.on };
  life.money(accept([{ type: "payable_approved", payable }]));
}

function subsidised(life: YanqingLife, firm: Firm, { no, premium }: NonNullable<Firm["receipt"]>, { plan }: Instruction): void {
  firm.receipts.push({ no, premium, subsidised: plus(plan.account, plan.quota), refunded: ZERO, returned: ZERO });
  delete firm.receipt;
  delete firm.instruction;
  life.saw("subsidised");
}

function refunds(life: YanqingLife, firm: Firm, how: number): void {
  const receipt = firm.receipts[how % firm.receipts.length];
  if (!receipt || !yanqing.subsidy) return;
  const refundedInAll = plus(receipt.refunded, fen(how % 5_000_000));
  const { premium: premiumPaid, subsidised, returned } = receipt;
  const due = subsidyBack(yanqing.subsidy, { premiumPaid, subsidised, refundedInAll, returned }, life.on);
  if (!life.took(due)) return;
  if (due.value > ZERO && !life.books("subsidy_return", due.value, receipt.no, { caseId: firm.state.id }))
    throw new Broken("a refund's part does not fit the books");
  receipt.refunded = refundedInAll;
  receipt.returned = plus(receipt.returned, due.value);
}
