// SPDX-License-Identifier: Apache-2.0

/** A worker whose code lies in the page's own: it is started from a Blob. */
declare module '*?worker&inline' {
  const InlineWorker: new () => Worker;
  export default InlineWorker;
}
