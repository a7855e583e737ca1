// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.lan;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first of a connection's handlers on a port for TLS: what begins like HTTP in plain is sent on to `https`, and
/// everything else goes through.
final class PlainRequest extends ByteToMessageDecoder {
    private static final int MAX_HEAD_BYTES = 8192;
    private static final Pattern TARGET = Pattern.compile("[A-Z]+ (/[!-~]*) HTTP/1\\.[01]\r\n.*", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("(?i)\r\nHost:[ \t]*([A-Za-z0-9.:\\[\\]-]+)[ \t]*\r\n");

    private boolean answered;

    @Override
    protected void decode(ChannelHandlerContext channel, ByteBuf in, List<Object> out) {
        if (answered) {
            in.skipBytes(in.readableBytes());
        } else if (isMethod(in.getByte(in.readerIndex()))) {
            collect(channel, in);
        } else {
            channel.pipeline().remove(this); // which hands on what has come
        }
    }

    private void collect(ChannelHandlerContext channel, ByteBuf in) {
        String head = in.toString(StandardCharsets.ISO_8859_1);
        answered = head.contains("\r\n\r\n") || head.length() > MAX_HEAD_BYTES;
        if (answered) {
            in.skipBytes(in.readableBytes());
            channel.writeAndFlush(ByteBufUtil.writeAscii(channel.alloc(), answer(head)))
                    .addListener(ChannelFutureListener.CLOSE);
        }
    }

    /// A TLS record begins with its type, 20 to 24 (RFC 8446 section 5.1); a request with a method in capitals.
    private static boolean isMethod(byte first) {
        return first >= 'A' && first <= 'Z';
    }

    /// Temporary, since the same address speaks plain HTTP when the server is started another way.
    static String answer(String head) {
        Matcher target = TARGET.matcher(head);
        Matcher host = HOST.matcher(head);
        return target.matches() && host.find()
                ? response("307 Temporary Redirect", "https://" + host.group(1) + target.group(1))
                : response("400 Bad Request", "");
    }

    private static String response(String status, String location) {
        String body = "This port speaks HTTPS: open " + (location.isEmpty() ? "its https:// address" : location) + "\n";
        return "HTTP/1.1 " + status + "\r\n"
                + (location.isEmpty() ? "" : "Location: " + location + "\r\n")
                + "Content-Type: text/plain; charset=utf-8\r\n"
                + "Content-Length: " + body.length() + "\r\n"
                + "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
                + body;
    }
}
