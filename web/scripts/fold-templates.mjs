// SPDX-License-Identifier: Apache-2.0
import MagicString from 'magic-string';

/** A Vite plugin that folds the blanks of Lit's templates, which no minifier touches: what is drawn stays the same. */
export function foldTemplates() {
  return {
    name: 'fold-templates',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.ts') || !/\b(?:css|html|svg)`/.test(code)) return undefined;
      const text = new MagicString(code);
      for (const { tag, start, end } of segments(code)) {
        const before = code.slice(start, end);
        const after = fold[tag](before);
        if (after !== before) text.update(start, end, after);
      }
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
  };
}

const oneBlank = (text) => text.replace(/\s*\n\s*/g, ' ');

const fold = {
  css: (text) => oneBlank(text.replace(/\/\*[^]*?\*\//g, '')).replace(/ ?([{};]) ?/g, '$1'),
  html: oneBlank,
  svg: oneBlank,
};

/** The fixed parts of tagged templates, wherever they are nested. */
function* segments(code) {
  // What is being read, innermost last: a template with where its current part began, or code with its open braces.
  const open = [{ braces: 0 }];
  for (let i = 0; i < code.length; i++) {
    const top = open.at(-1);
    if (top.tag !== undefined) {
      if (code[i] === '\\') i++;
      else if (code[i] === '`' || code.startsWith('${', i)) {
        if (top.tag in fold && i > top.start) yield { tag: top.tag, start: top.start, end: i };
        if (code[i] === '`') open.pop();
        else {
          open.push({ braces: 0 });
          i++;
        }
      }
    } else if (code[i] === '`') {
      open.push({ tag: /(\w*)$/.exec(code.slice(Math.max(0, i - 8), i))[1] || '-', start: i + 1 });
    } else if (code[i] === '{') top.braces++;
    else if (code[i] === '}' && top.braces-- === 0) {
      open.pop();
      open.at(-1).start = i + 1;
    } else if (code[i] === "'" || code[i] === '"') i = endOfString(code, i);
    else if (code.startsWith('//', i)) i = endOr(code.indexOf('\n', i), code);
    else if (code.startsWith('/*', i)) i = endOr(code.indexOf('*/', i) + 1, code);
  }
}

const endOr = (at, code) => (at <= 0 ? code.length : at);

function endOfString(code, start) {
  for (let i = start + 1; i < code.length; i++) {
    if (code[i] === '\\') i++;
    else if (code[i] === code[start] || code[i] === '\n') return i;
  }
  return code.length;
}
