/** What the browser shows at the end. No script, nothing loaded, nothing about who signed in. */
const page = (language: string, title: string, text: string): string =>
  `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="color-scheme" content="light dark">
<title>${title}</title><body style="font:1.1rem system-ui;max-width:34rem;margin:15vh auto;padding:0 1rem">
<h1 style="font-size:1.5rem">${title}</h1><p>${text}</p></body></html>`;

export interface PageWords {
  language: string;
  doneTitle: string;
  doneText: string;
  failedTitle: string;
  failedText: string;
}

export const browserPages = (words: PageWords): { done: string; failed: string } => ({
  done: page(words.language, words.doneTitle, words.doneText),
  failed: page(words.language, words.failedTitle, words.failedText),
});
