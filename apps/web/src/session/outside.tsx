import { Button } from "antd";
import type { ReactNode } from "react";
import { useText } from "../text/language.tsx";

/** The frame of the pages before the door. */
export function Outside({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { say, language, setLanguage } = useText();
  return (
    <main className="outside">
      <div className="outside-card">
        <p className="brand">
          {say("app.title")}
          <small>{say("app.subtitle")}</small>
        </p>
        <h1>{title}</h1>
        {children}
        <Button type="link" onClick={() => setLanguage(language === "zh" ? "en" : "zh")}>
          <span lang={language === "zh" ? "en" : "zh-CN"}>{say("app.language")}</span>
        </Button>
      </div>
    </main>
  );
}
