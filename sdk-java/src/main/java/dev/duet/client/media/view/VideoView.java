// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.view;

import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.flow.VideoSink;
import dev.duet.client.media.picture.Pixels;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/// A Swing component that shows the latest picture. Frames may come on any thread; everything else belongs to Swing's.
public final class VideoView extends JComponent implements VideoSink {
    private static final long serialVersionUID = 1L;

    /// What becomes of a picture whose shape is not the view's.
    public enum Fill {
        /// All of it is seen, with bars.
        FIT,
        /// The view is full, and edges are cut.
        CROP
    }

    private transient volatile @Nullable BufferedImage picture;
    private Fill fill = Fill.FIT;
    private boolean mirrored;

    public VideoView() {
        setBackground(Color.BLACK);
        setOpaque(true);
        setPreferredSize(new Dimension(320, 240));
    }

    public void setFill(Fill next) {
        fill = next;
        repaint();
    }

    /// As one sees oneself.
    public void setMirrored(boolean next) {
        mirrored = next;
        repaint();
    }

    @Override
    public void frame(VideoFrame frame) {
        picture = Pixels.toImage(frame);
        repaint();
    }

    /// Shows the background alone, until the next frame.
    public void clear() {
        picture = null;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(getBackground());
        graphics.fillRect(0, 0, getWidth(), getHeight());
        BufferedImage shown = picture;
        if (shown != null && getWidth() > 0 && getHeight() > 0) {
            paint((Graphics2D) graphics, shown);
        }
    }

    private void paint(Graphics2D graphics, BufferedImage shown) {
        Rectangle place = place(shown.getWidth(), shown.getHeight(), getWidth(), getHeight(), fill);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        int left = mirrored ? place.x + place.width : place.x;
        int width = mirrored ? -place.width : place.width;
        graphics.drawImage(shown, left, place.y, width, place.height, null);
    }

    /// Where a picture goes in a view; with [Fill#CROP] beyond its edges.
    static Rectangle place(int width, int height, int viewWidth, int viewHeight, Fill fill) {
        double across = (double) viewWidth / width;
        double down = (double) viewHeight / height;
        double scale = fill == Fill.FIT ? Math.min(across, down) : Math.max(across, down);
        int shownWidth = (int) Math.round(width * scale);
        int shownHeight = (int) Math.round(height * scale);
        return new Rectangle((viewWidth - shownWidth) / 2, (viewHeight - shownHeight) / 2, shownWidth, shownHeight);
    }
}
