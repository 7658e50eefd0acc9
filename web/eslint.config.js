import js from "@eslint/js";
import globals from "globals";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["**/target/", "**/node_modules/", "**/dist/", "packages/protocol/src/generated/"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    languageOptions: { globals: globals.browser },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      eqeqeq: ["error", "smart"],
      "no-console": ["error", { allow: ["warn", "error"] }],
    },
  },
  { files: ["*/public/**/*.js", "*/apps/**/*.js"], languageOptions: { globals: globals.browser } },
  {
    files: ["**/*.{js,mjs}", "**/*.config.ts"],
    ignores: ["*/public/**", "*/apps/**"],
    languageOptions: { globals: globals.node },
  },
);
