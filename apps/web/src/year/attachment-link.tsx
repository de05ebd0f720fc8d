import { pathOf } from "@mingzhang/server/api";
import { useOpenBudget } from "../budgets/open-budget.ts";

/** A file behind a record, to be opened by those who may; a name without a file is just said. */
export function AttachmentLink({ name, sha256 }: { readonly name: string; readonly sha256: string }) {
  const { head } = useOpenBudget();
  if (!/^[0-9a-f]{64}$/.test(sha256)) return name;
  return (
    <a href={pathOf("attachment", { params: { budget: head.id, sha256 } })} download>
      {name === "" ? sha256.slice(0, 8) : name}
    </a>
  );
}
