import { Box, Table } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./table.module.css";

/** A table in a frame; on a narrow screen it scrolls sideways by itself. */
export function DataTable({ head, children }: { head: string[]; children: ReactNode }) {
  return (
    <Box className={classes.frame}>
      <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {head.map((title, column) => (
              <Table.Th key={title || column} aria-label={title ? undefined : "Actions"}>
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Box>
  );
}
