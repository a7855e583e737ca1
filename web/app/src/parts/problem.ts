// SPDX-License-Identifier: Apache-2.0
import { icon } from '@duet/call-kit/parts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../words/problem.js';

/** A box that says what is wrong and what to do. */
export function problemBox(problem: Problem | undefined): TemplateResult | typeof nothing {
  if (problem === undefined) return nothing;
  return html`<div class="problem" role="alert" data-testid="problem">
    <strong>${icon('alert')}${problem.title}</strong>
    <p>${problem.advice}</p>
  </div>`;
}
