import { Button, Group, Modal, Stack, Switch, TagsInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Site } from "../api/model";
import { asProblem } from "../api/problem";
import { ProblemNote } from "../ui/page";
import { originRule, required } from "../ui/rules";
import { toastDone } from "../ui/toasts";
import { showViolations } from "../ui/violations";
import { useChangeSite, useCreateSite, type SiteForm } from "./queries";

interface SiteDialogProps {
  site: Site | undefined;
  onClose: () => void;
  onCreated: (site: Site) => void;
}

export function SiteDialog({ site, onClose, onCreated }: SiteDialogProps) {
  const create = useCreateSite();
  const change = useChangeSite();
  const form = useForm<SiteForm>({
    initialValues: {
      name: site?.name ?? "",
      allowedOrigins: site?.allowedOrigins ?? [],
      maskSelectors: site?.maskSelectors ?? [],
      guardSelectors: site?.guardSelectors ?? [],
      liveVisitors: site?.liveVisitors ?? true,
    },
    validate: {
      name: required("Give the site a name"),
      allowedOrigins: (origins) =>
        origins.length === 0
          ? "Add at least one origin, then press Enter"
          : (origins.map(originRule).find((problem) => problem !== null) ?? null),
      maskSelectors: selectorsRule,
      guardSelectors: selectorsRule,
    },
  });
  const { isPending, error } = site ? change : create;

  const save = form.onSubmit((raw) => {
    const values = {
      ...raw,
      name: raw.name.trim(),
      allowedOrigins: raw.allowedOrigins.map((origin) => origin.replace(/\/$/, "")),
    };
    const onError = (problem: unknown) => showViolations(form, problem);
    if (site) {
      const onSuccess = () => {
        toastDone(`${values.name} is saved.`);
        onClose();
      };
      change.mutate({ id: site.id, ...values }, { onSuccess, onError });
    } else {
      const onSuccess = (created: Site) => {
        onClose();
        onCreated(created);
      };
      create.mutate(values, { onSuccess, onError });
    }
  });

  return (
    <Modal opened onClose={onClose} title={site ? `Edit ${site.name}` : "Add a site"} size="lg">
      <form onSubmit={save} noValidate>
        <Stack>
          {error && asProblem(error).violations.length === 0 && <ProblemNote error={error} />}
          <TextInput
            label="Name"
            placeholder="Web shop"
            data-autofocus
            maxLength={100}
            {...form.getInputProps("name")}
          />
          <TagsInput
            label="Allowed origins"
            description="Where the script may run. Scheme and host, such as https://shop.example.com; press Enter after each."
            placeholder="https://"
            splitChars={[",", " "]}
            acceptValueOnBlur
            {...form.getInputProps("allowedOrigins")}
          />
          <TagsInput
            label="Hide from technicians"
            description="CSS selectors of what must never be seen, beyond passwords and data-private, such as .account-number."
            placeholder="Optional"
            splitChars={[","]}
            acceptValueOnBlur
            {...form.getInputProps("maskSelectors")}
          />
          <TagsInput
            label="Only the customer does"
            description="CSS selectors of what a technician can only propose and the customer then does, such as button.pay. Forms with passwords or card numbers, and data-guarded, are so anyway."
            placeholder="Optional"
            splitChars={[","]}
            acceptValueOnBlur
            {...form.getInputProps("guardSelectors")}
          />
          <Switch
            label="Show who is on the site"
            description="Technicians see the page and ask for a look; the visitor has to say yes. Off, its pages tell nothing."
            {...form.getInputProps("liveVisitors", { type: "checkbox" })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending} data-testid="site-save">
              {site ? "Save" : "Add the site"}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function selectorsRule(selectors: string[]): string | null {
  return selectors.map(selectorRule).find((problem) => problem !== null) ?? null;
}

function selectorRule(selector: string): string | null {
  try {
    document.createDocumentFragment().querySelector(selector);
    return null;
  } catch {
    return `“${selector}” is not a valid CSS selector`;
  }
}
