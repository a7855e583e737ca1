// SPDX-License-Identifier: Apache-2.0
import { expect } from 'vitest';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Values of a scenario, in which `<any>` stands for anything and any other `<name>` for what it was the first time. */
export class Template {
  private readonly known = new Map<string, unknown>();

  /** What the template says, with its names filled in; `<12 letters>` are as many. */
  fill(template: unknown): unknown {
    if (Array.isArray(template)) return template.map((each) => this.fill(each));
    if (isObject(template)) {
      return Object.fromEntries(Object.entries(template).map(([key, each]) => [key, this.fill(each)]));
    }
    const name = nameIn(template);
    if (name === undefined) return template;
    const letters = /^(\d+) letters$/.exec(name)?.[1];
    return letters === undefined ? this.known.get(name) : 'x'.repeat(Number(letters));
  }

  /** The value is what the template says, whole. */
  match(value: unknown, template: unknown, here: string): void {
    expect(value, here).toEqual(this.resolve(value, template));
  }

  /** The value has at least the members that the template says. */
  contains(value: unknown, template: unknown, here: string): void {
    if (isObject(template)) expect(value, here).toMatchObject(template);
    else this.match(value, template, here);
  }

  private resolve(value: unknown, template: unknown): unknown {
    if (Array.isArray(template)) {
      return template.map((each, at) => this.resolve(Array.isArray(value) ? value[at] : undefined, each));
    }
    if (isObject(template)) {
      const source = isObject(value) ? value : {};
      return Object.fromEntries(Object.entries(template).map(([key, each]) => [key, this.resolve(source[key], each)]));
    }
    const name = nameIn(template);
    if (name === undefined) return template;
    if (name === 'any') return value;
    if (!this.known.has(name)) this.known.set(name, value);
    return this.known.get(name);
  }
}

const nameIn = (template: unknown): string | undefined =>
  typeof template === 'string' ? /^<([^<>]+)>$/.exec(template)?.[1] : undefined;
