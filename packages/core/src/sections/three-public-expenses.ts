import { defineSection } from "../narrative/definition.ts";
import { THREE_PUBLIC_FIGURES } from "./figures.ts";

/** “三公”经费: the total and its four parts, each with its change and reason. */
export default defineSection({
  id: "three-public-expenses",
  heading: "“三公”经费情况说明",
  figures: THREE_PUBLIC_FIGURES,
  paragraphs: [
    {
      sentences: [
        "{year}年“三公”经费预算{total}，{change:total}，其中：",
        "因公出国（境）费用{abroad}，{change:abroad}{reason:abroad}{use:abroad}；",
        "公务接待费{reception}，{change:reception}{reason:reception}{use:reception}；",
        "公务用车运行维护费{operation}，{change:operation}{reason:operation}{use:operation}；",
        "公务用车购置{purchase}，{change:purchase}{reason:purchase}{use:purchase}。",
      ],
    },
  ],
});
