// SPDX-License-Identifier: Apache-2.0

/** The words for a language tag, or the promise of them while they are on their way. */
export type Lexicon<W> = (tag: string) => W | Promise<W>;

/** English at once, Chinese when it is first asked for; English in its place when it cannot be loaded. */
export function lexicon<W>(english: W, loadChinese: () => Promise<W>): Lexicon<W> {
  let chinese: W | Promise<W> | undefined;
  return (tag) => {
    if (!isChinese(tag)) return english;
    chinese ??= loadChinese().then(
      (words) => (chinese = words),
      () => (chinese = english),
    );
    return chinese;
  };
}

const isChinese = (tag: string): boolean => /^zh\b/i.test(tag);
