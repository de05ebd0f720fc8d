import type { Text } from "@mingzhang/core";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { MESSAGES, type MessageId } from "./messages.ts";

export type Language = keyof Text;

interface Spoken {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** A message of the table; `{name}` stands for a value. */
  readonly say: (id: MessageId, values?: Readonly<Record<string, string | number>>) => string;
  /** A text that came from core or the server. */
  readonly of: (text: Text) => string;
  /** The title of a sheet or a column of the entry. */
  readonly titled: (schema: { readonly title: string; readonly english: string }) => string;
}

const STORED = "mingzhang.language";
const LanguageContext = createContext<Spoken | undefined>(undefined);

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    localStorage.getItem(STORED) === "en" ? "en" : "zh",
  );
  useEffect(() => {
    localStorage.setItem(STORED, language);
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = MESSAGES["app.title"][language];
  }, [language]);
  const spoken = useMemo<Spoken>(
    () => ({
      language,
      setLanguage,
      of: (text) => text[language],
      titled: ({ title, english }) => (language === "zh" ? title : english),
      say: (id, values = {}) =>
        MESSAGES[id][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? "")),
    }),
    [language],
  );
  return <LanguageContext.Provider value={spoken}>{children}</LanguageContext.Provider>;
}

export function useText(): Spoken {
  const spoken = useContext(LanguageContext);
  if (spoken === undefined) throw new Error("outside of LanguageProvider");
  return spoken;
}
