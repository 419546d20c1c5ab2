/** The institution says that it has sent the fund's part, with its voucher; nothing is booked before the office has seen it. */
import { api } from "../../shared/contract/api";
import { parseDate } from "../../shared/local-date";
import { parseYuan } from "../../shared/money";
import { refuseAll } from "../../shared/outcome";
import { declareReturn as decide } from "../../shared/process/recovery-return";
import { events, fileVerb } from "../loan/file-verb";

export const declareReturn = fileVerb(api.declareReturn, {
  decide: ({ body }, { scheme, loanFile, act }) => {
    const on = parseDate(body.on, "on");
    const amount = parseYuan(body.amount, "amount");
    if (!on.ok || !amount.ok) return refuseAll([on, amount].flatMap((one) => (one.ok ? [] : one.refusals)));
    const sent = { receiptId: body.receiptNo, amount: amount.value, on: on.value, voucherNo: body.voucherNo };
    return events(decide(scheme.recovery, loanFile, sent, act));
  },
});
