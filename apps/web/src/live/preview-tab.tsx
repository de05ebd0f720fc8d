import type { Anchor } from "@mingzhang/server/api";
import { Alert, Segmented } from "antd";
import { useEffect, useMemo, useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import type { CommentTarget } from "../flow/comment-dialog.tsx";
import { PlaceComments } from "../flow/place-comments.tsx";
import { placeKey, saidAt } from "../flow/places.ts";
import { Loading, Nothing } from "../layout/states.tsx";
import { useText } from "../text/language.tsx";
import { FigureDrawer } from "./figure-drawer.tsx";
import type { FrameMarks } from "./frame-marks.ts";
import type { FigureAnswer, Rounding } from "./messages.ts";
import { type FramePlace, PreviewFrame } from "./preview-frame.tsx";

type Answer = Awaited<ReturnType<ReturnType<typeof useOpenBudget>["live"]["preview"]>>;
type Page = Exclude<Answer, undefined | "failed">;

/** The disclosure as it would be published, made anew after each change. */
export function PreviewTab() {
  const { say } = useText();
  const { live } = useOpenBudget();
  const [rounding, setRounding] = useState<Rounding>("consistent");
  const [page, setPage] = useState<Answer | "waiting">("waiting");
  const { preview, turn } = live;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each check of the entry makes the page anew.
  useEffect(() => {
    let current = true;
    if (turn > 0)
      preview(rounding).then((made) => {
        if (current) setPage(made);
      });
    return () => {
      current = false;
    };
  }, [turn, rounding]);
  if (page === "waiting") return <Loading />;
  if (page === "failed") return <Nothing text={say("preview.failed")} />;
  if (page === undefined) return <Nothing text={say("preview.nothing")} />;
  return (
    <div className="preview">
      <div className="bar">
        <Segmented<Rounding>
          aria-label={say("preview.rounding")}
          value={rounding}
          onChange={setRounding}
          options={[
            { value: "consistent", label: say("preview.consistent") },
            { value: "conventional", label: say("preview.conventional") },
          ]}
        />
        <span className="quiet">{say("preview.hint")}</span>
        {rounding === "consistent" && page.differences > 0 && (
          <span className="quiet">{say("preview.differences", { count: page.differences })}</span>
        )}
      </div>
      {(live.checked?.counts.error ?? 0) > 0 && live.checked !== undefined && (
        <Alert type="warning" showIcon title={say("findings.counts", live.checked.counts)} />
      )}
      <AskedPage page={page} />
    </div>
  );
}

/** The page, and beside it what stands behind the figure or is said of the sentence that was asked about. */
function AskedPage({ page }: { readonly page: Page }) {
  const { say } = useText();
  const { live, place, placeShown } = useOpenBudget();
  const [figure, setFigure] = useState<FigureAnswer>();
  const [sentence, setSentence] = useState<CommentTarget>();
  const [gone, setGone] = useState(false);
  const marks = useMarks(page);
  const ask = async (ref: string) => {
    setSentence(undefined);
    setFigure(await live.figure(ref));
  };
  const open = ({ kind, number }: FramePlace) => {
    setGone(false);
    if (kind === "figure") {
      const ref = page.refs[number];
      if (ref !== undefined) void ask(ref);
      return;
    }
    const found = page.sentences[number];
    if (found === undefined) return;
    setFigure(undefined);
    setSentence({
      anchor: { kind: "sentence", section: found.section, index: found.index },
      about: found.text,
    });
  };
  const wanted = useMemo(() => framePlaceOf(place, page), [place, page]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place is opened once, when it is asked for.
  useEffect(() => {
    if (place === undefined) return;
    if (wanted !== undefined) open(wanted);
    else {
      setGone(true);
      placeShown();
    }
  }, [place, wanted]);
  return (
    <>
      {gone && (
        <Alert
          type="info"
          showIcon
          closable={{ onClose: () => setGone(false) }}
          title={say("comments.place-gone")}
        />
      )}
      <PreviewFrame
        title={say("preview.frame")}
        html={page.html}
        marks={marks}
        place={wanted}
        onPlaceShown={placeShown}
        onAsk={open}
      />
      <FigureDrawer answer={figure} onAsk={ask} onClose={() => setFigure(undefined)} />
      <PlaceComments place={sentence} onClose={() => setSentence(undefined)} />
    </>
  );
}

function framePlaceOf(anchor: Anchor | undefined, { refs, sentences }: Page): FramePlace | undefined {
  if (anchor === undefined) return undefined;
  const number =
    anchor.kind === "figure"
      ? refs.indexOf(anchor.key)
      : anchor.kind === "sentence"
        ? sentences.findIndex(({ section, index }) => section === anchor.section && index === anchor.index)
        : -1;
  return number < 0 ? undefined : { kind: anchor.kind === "figure" ? "figure" : "sentence", number };
}

function useMarks({ refs, sentences }: Page): FrameMarks {
  const { say } = useText();
  const { comments, can } = useOpenBudget();
  const offers = can("comment");
  return useMemo(() => {
    const said = saidAt(comments);
    const count = (anchor: Anchor) => said.get(placeKey(anchor))?.comments ?? 0;
    const numbered = (counts: readonly number[]) =>
      new Map(counts.flatMap((found, number) => (found > 0 ? [[number, found] as const] : [])));
    return {
      figures: numbered(refs.map((key) => count({ kind: "figure", key }))),
      sentences: numbered(sentences.map(({ section, index }) => count({ kind: "sentence", section, index }))),
      sentenceLabel: (found) =>
        found > 0 ? say("comments.count", { count: found }) : offers ? say("comments.add") : undefined,
      figureLabel: (text, found) => `${text} ${say("comments.count", { count: found })}`,
      sentenceName: (label, text) => `${label} ${text.slice(0, 40)}`,
    };
  }, [refs, sentences, comments, offers, say]);
}
