// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sdp;

/// The outcome of reading a text as SDP.
public sealed interface SdpParse permits SessionDescription, SdpRefusal {}
