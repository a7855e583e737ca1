// SPDX-License-Identifier: Apache-2.0

/** How important a line of the log is. */
export const LogLevelEnum = { LOG_ALL: 0, LOG_DEBUG: 1, LOG_INFO: 2, LOG_WARN: 3, LOG_ERROR: 4, LOG_NONE: 5 } as const;
