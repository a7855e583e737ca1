// SPDX-License-Identifier: Apache-2.0

/** Fills the page with a link to each scene. */
export function list(names: readonly string[]): void {
  for (const name of names) {
    const link = document.createElement('a');
    link.href = `?scene=${name}`;
    link.textContent = name;
    const line = document.createElement('p');
    line.append(link);
    document.body.append(line);
  }
}
