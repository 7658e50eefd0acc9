import { LoadingRows, Page, ProblemNote } from "../ui/page";
import { toastDone } from "../ui/toasts";
import { useHours, useSaveHours } from "./queries";
import { ScheduleForm } from "./schedule-form";

export function HoursPage() {
  const hours = useHours();
  const save = useSaveHours();
  return (
    <Page
      title="Opening hours"
      lead="Outside of them customers are told so at once, can leave a message, and learn when you are back."
    >
      {hours.isPending ? (
        <LoadingRows rows={2} height={220} />
      ) : hours.isError ? (
        <ProblemNote error={hours.error} onRetry={() => void hours.refetch()} />
      ) : (
        <ScheduleForm
          schedule={hours.data}
          always={{
            label: "Always open",
            meaning: "Customers can ask at any time; whether somebody is there is another matter.",
          }}
          never="No times: never open"
          error={save.error}
          saving={save.isPending}
          onSave={(schedule, done) =>
            save.mutate(schedule, {
              onSuccess: () => {
                done();
                toastDone("The opening hours are saved.");
              },
            })
          }
        />
      )}
    </Page>
  );
}
