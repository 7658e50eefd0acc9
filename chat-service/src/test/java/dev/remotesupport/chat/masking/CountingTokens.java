package dev.remotesupport.chat.masking;

/** Counts each look at a sign of the text and at a token. */
final class CountingTokens extends Tokens {

    private static final class CountingGlyphs extends Glyphs {

        private long looks;

        CountingGlyphs(String text) {
            super(text);
        }

        @Override
        char at(int index) {
            looks++;
            return super.at(index);
        }
    }

    private final CountingGlyphs glyphs;
    private long looks;

    private CountingTokens(CountingGlyphs glyphs) {
        super(glyphs);
        this.glyphs = glyphs;
    }

    /** How many looks it takes to mask a text. */
    static long stepsToMask(String text) {
        var tokens = new CountingTokens(new CountingGlyphs(text));
        var unused = Masker.standard().find(tokens, text);
        return tokens.looks + tokens.glyphs.looks;
    }

    @Override
    boolean isWord(int token) {
        looks++;
        return super.isWord(token);
    }

    @Override
    boolean isNumber(int token) {
        looks++;
        return super.isNumber(token);
    }

    @Override
    boolean isSign(int token) {
        looks++;
        return super.isSign(token);
    }

    @Override
    boolean isGlued(int token) {
        looks++;
        return super.isGlued(token);
    }

    @Override
    boolean touches(int token) {
        looks++;
        return super.touches(token);
    }
}
