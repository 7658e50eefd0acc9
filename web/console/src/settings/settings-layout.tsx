import { NavLink, Select, Text } from "@mantine/core";
import { Link, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { Suspense } from "react";
import { useUser } from "../auth/use-user";
import { LoadingRows } from "../ui/page";
import { settingsFor, type SettingsPlace } from "./places";
import classes from "./settings.module.css";

/** The settings with their own navigation; a list to choose from on a narrow screen. */
export function SettingsLayout() {
  const groups = settingsFor(useUser());
  const path = useRouterState({ select: (state) => state.location.pathname });
  const navigate = useNavigate();
  return (
    <div className={classes.layout}>
      <nav className={classes.nav} aria-label="Settings">
        {groups.map((group) => (
          <div key={group.title} className={classes.group}>
            <Text size="xs" fw={700} c="dimmed" className={classes.groupTitle}>
              {group.title}
            </Text>
            {group.places.map((place) => (
              <NavLink
                key={place.to}
                renderRoot={(props) => <Link to={place.to} {...props} />}
                active={path === place.to}
                label={place.label}
                leftSection={<place.icon size={18} stroke={1.6} />}
                className={classes.link}
                data-testid={`settings-${place.to.split("/").pop()}`}
              />
            ))}
          </div>
        ))}
      </nav>
      <Select
        className={classes.choice}
        aria-label="Settings"
        value={path}
        data={groups.map(({ title, places }) => ({
          group: title,
          items: places.map(({ to, label }) => ({ value: to as string, label })),
        }))}
        onChange={(to) => to && void navigate({ to: to as SettingsPlace["to"] })}
      />
      <div className={classes.content}>
        <Suspense fallback={<LoadingRows rows={3} height={120} />}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  );
}
