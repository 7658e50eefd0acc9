import {
  ActionIcon,
  Anchor,
  Avatar,
  Badge,
  Button,
  Card,
  createTheme,
  Modal,
  Notification,
  Paper,
  PasswordInput,
  Select,
  TextInput,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from "@mantine/core";

const petrol: MantineColorsTuple = [
  "#e8f8f6",
  "#d2efeb",
  "#a5ded7",
  "#74ccc2",
  "#4dbdb0",
  "#2ca497",
  "#158377",
  "#0b766c",
  "#085f57",
  "#044842",
];

const amber: MantineColorsTuple = [
  "#fff7e6",
  "#feedcc",
  "#fbd99a",
  "#f8c464",
  "#f5b237",
  "#e99e14",
  "#c98203",
  "#9a6200",
  "#7a4d00",
  "#5a3900",
];

const orange: MantineColorsTuple = [
  "#fff4e6",
  "#ffe8cc",
  "#ffd8a8",
  "#ffc078",
  "#ffa94d",
  "#ff922b",
  "#fd7e14",
  "#f76707",
  "#c94b0a",
  "#a63a08",
];

const red: MantineColorsTuple = [
  "#fff5f5",
  "#ffe3e3",
  "#ffc9c9",
  "#ffa8a8",
  "#ff8787",
  "#ff6b6b",
  "#d9363e",
  "#c92a2a",
  "#b02525",
  "#951f1f",
];

const slate: MantineColorsTuple = [
  "#f7f9fa",
  "#eff2f4",
  "#e2e7ea",
  "#d0d7dc",
  "#b3bec5",
  "#8e9ca5",
  "#66757f",
  "#4a5862",
  "#333f48",
  "#1e272e",
];

const night: MantineColorsTuple = [
  "#d5dce0",
  "#b6c0c6",
  "#98a4ac",
  "#76838c",
  "#47535c",
  "#35404a",
  "#27313a",
  "#1a2229",
  "#141b21",
  "#0d1318",
];

/** Those in which initials can be read on their own tint. */
const INITIALS = ["petrol", "amber", "blue", "cyan", "grape", "indigo", "pink", "violet"];

/** What the cross says to who cannot see it. */
const CLOSE = { "aria-label": "Close" };

export const theme = createTheme({
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, amber, orange, red, gray: slate, dark: night },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, monospace",
  headings: { fontWeight: "650" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: "subtle", color: "gray" } }),
    Anchor: Anchor.extend({ defaultProps: { underline: "always" } }),
    Avatar: Avatar.extend({ defaultProps: { color: "initials", allowedInitialsColors: INITIALS } }),
    Badge: Badge.extend({
      defaultProps: { variant: "light", radius: "sm" },
      styles: { root: { textTransform: "none", fontWeight: 600 } },
    }),
    Button: Button.extend({ defaultProps: { fw: 600 } }),
    Card: Card.extend({
      defaultProps: { withBorder: true, radius: "lg" },
      styles: { root: { borderColor: "var(--rs-line)", backgroundColor: "var(--rs-surface)" } },
    }),
    Modal: Modal.extend({
      defaultProps: { centered: true, radius: "lg", overlayProps: { blur: 2 }, closeButtonProps: CLOSE },
      styles: { title: { fontWeight: 650, fontSize: 17 } },
    }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: CLOSE } }),
    Paper: Paper.extend({ defaultProps: { radius: "lg" } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { withAsterisk: false } }),
    Select: Select.extend({ defaultProps: { allowDeselect: false, checkIconPosition: "right" } }),
    TextInput: TextInput.extend({ defaultProps: { withAsterisk: false } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true } }),
  },
});

/** Tints on the dark surface: lighter than it, so that badges and alerts stand out. */
export const tints: CSSVariablesResolver = () => ({
  variables: {},
  light: {},
  dark: Object.fromEntries(
    ["petrol", "amber", "gray", "red", "orange"].flatMap((name) => [
      [`--mantine-color-${name}-light`, `color-mix(in srgb, var(--mantine-color-${name}-5) 20%, transparent)`],
      [`--mantine-color-${name}-light-hover`, `color-mix(in srgb, var(--mantine-color-${name}-5) 28%, transparent)`],
      [`--mantine-color-${name}-light-color`, `var(--mantine-color-${name}-3)`],
    ]),
  ),
});
