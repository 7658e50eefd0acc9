package dev.remotesupport.chat.masking;

import java.util.BitSet;

/** Identifiers whose digits mean nothing: UUIDs. Their numbers are part of no other. */
final class Identifiers {

    private static final int[] GROUPS = {8, 4, 4, 4, 12};

    private Identifiers() {}

    /** The tokens that belong to one. */
    static BitSet find(Tokens tokens) {
        var found = new BitSet();
        for (int token = 0; token < tokens.size(); token++) {
            if (!tokens.isSign(token) && !tokens.touches(token)) {
                int after = uuid(tokens.glyphs(), tokens.firstGlyph(token));
                for (int part = token; part < tokens.size() && tokens.firstGlyph(part) < after; part++) {
                    found.set(part);
                }
            }
        }
        return found;
    }

    /** The glyph after a UUID that begins here, or 0. */
    private static int uuid(Glyphs glyphs, int from) {
        int at = from;
        for (int group = 0; group < GROUPS.length; group++) {
            if (group > 0 && glyphs.at(at++) != '-') {
                return 0;
            }
            for (int stop = at + GROUPS[group]; at < stop; at++) {
                char glyph = glyphs.at(at);
                if (!Glyphs.isDigit(glyph) && !(glyph >= 'a' && glyph <= 'f')) {
                    return 0;
                }
            }
        }
        return Glyphs.isDigit(glyphs.at(at)) || Glyphs.isLetter(glyphs.at(at)) ? 0 : at;
    }
}
