import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { sql } from "@codemirror/lang-sql";
import { bracketMatching, defaultHighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { clickHouse } from "./clickhouse.js";

const look = EditorView.theme({
  "&": { height: "100%", fontSize: "0.9375rem", backgroundColor: "#fff" },
  ".cm-content, .cm-gutters": { fontFamily: '"DejaVu Sans Mono", Menlo, Consolas, "Noto Sans SC", monospace' },
  ".cm-scroller": { overflow: "auto" },
  "&.cm-focused": { outline: "3px solid #e69f00", outlineOffset: "-1px" },
});

// The editor lives in a shadow root: its styles are then constructed sheets, which our content policy allows.
function open({ host, label, text, run, changed }) {
  const root = host.attachShadow({ mode: "open" });
  const language = new Compartment();
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        autocompletion(),
        highlightActiveLine(),
        syntaxHighlighting(defaultHighlightStyle),
        EditorView.lineWrapping,
        EditorView.updateListener.of((update) => update.docChanged && changed()),
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
        language.of(sql({ dialect: clickHouse })),
        keymap.of([
          { key: "Mod-Enter", run: () => (run(), true) },
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          ...completionKeymap,
          indentWithTab,
        ]),
        look,
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    // What is selected, or else everything, and the line that it begins on.
    picked: () => {
      const { from, to } = view.state.selection.main;
      const part = view.state.sliceDoc(from, to);
      return part.trim()
        ? { text: part, line: view.state.doc.lineAt(from).number, column: from - view.state.doc.lineAt(from).from }
        : { text: view.state.doc.toString(), line: 1, column: 0 };
    },
    setText: (value) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } }),
    insert: (value) => {
      view.dispatch(view.state.replaceSelection(value));
      view.focus();
    },
    goTo: (line, column) => {
      const at = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
      view.dispatch({ selection: { anchor: Math.min(at.from + Math.max(column - 1, 0), at.to) }, scrollIntoView: true });
      view.focus();
    },
    setSchema: (schema) => view.dispatch({ effects: language.reconfigure(sql({ dialect: clickHouse, schema })) }),
  };
}

window.chengmaiEditor = { open };
