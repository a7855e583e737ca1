// SPDX-License-Identifier: Apache-2.0

/** Of this package. */
export const version = '0.1.0';
