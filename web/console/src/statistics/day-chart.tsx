import { useComputedColorScheme, useMantineTheme } from "@mantine/core";
import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

export interface DaySeries {
  name: string;
  kind: "bar" | "line";
  /** One for each day; null where there is nothing to tell. */
  values: readonly (number | null)[];
}

export interface DayChartProps {
  days: readonly string[];
  /** What is counted by bars, with the scale on the left. */
  left: string;
  /** What the line tells, with a scale of its own on the right. */
  right: string;
  series: readonly DaySeries[];
  /** What it shows, for those who cannot see it. */
  label: string;
  testId: string;
}

/** What happened day by day: bars, and a line with a scale of its own. */
export function DayChart({ days, left, right, series, label, testId }: DayChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const dark = useComputedColorScheme("light") === "dark";
  const { colors } = useMantineTheme();

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const made = init(element, undefined, { renderer: "svg" });
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    const shade = (name: "petrol" | "amber" | "gray" | "dark", index: number) => colors[name]?.[index] ?? "gray";
    const text = dark ? shade("dark", 1) : shade("gray", 7);
    const line = dark ? shade("dark", 6) : shade("gray", 2);
    const bars = [shade("petrol", dark ? 5 : 6), shade("petrol", dark ? 8 : 2)];
    chart.current?.setOption({
      animationDuration: 300,
      aria: { enabled: true },
      textStyle: { fontFamily: "Inter Variable, system-ui, sans-serif" },
      color: series.map(({ kind }, index) => (kind === "line" ? shade("amber", 5) : (bars[index] ?? shade("gray", 5)))),
      grid: { left: 44, right: 44, top: 72, bottom: 28 },
      legend: { top: 4, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: text } },
      tooltip: {
        trigger: "axis",
        backgroundColor: dark ? shade("dark", 7) : "#fff",
        borderColor: line,
        textStyle: { color: dark ? shade("dark", 0) : shade("gray", 9) },
      },
      xAxis: {
        type: "category",
        data: days.map(shortDay),
        axisLine: { lineStyle: { color: line } },
        axisTick: { show: false },
        axisLabel: { color: text, hideOverlap: true },
      },
      yAxis: [
        {
          type: "value",
          name: left,
          minInterval: 1,
          nameTextStyle: { color: text },
          axisLabel: { color: text },
          splitLine: { lineStyle: { color: line } },
        },
        {
          type: "value",
          name: right,
          minInterval: 1,
          nameTextStyle: { color: text },
          axisLabel: { color: text },
          splitLine: { show: false },
        },
      ],
      series: series.map(({ name, kind, values }) =>
        kind === "bar"
          ? { name, type: "bar", barMaxWidth: 18, itemStyle: { borderRadius: [4, 4, 0, 0] }, data: values }
          : {
              name,
              type: "line",
              yAxisIndex: 1,
              smooth: 0.3,
              symbolSize: 6,
              showSymbol: days.length <= 31,
              connectNulls: true,
              data: values,
            },
      ),
    });
  }, [days, left, right, series, dark, colors]);

  return <div ref={box} style={{ height: 340 }} role="img" aria-label={label} data-testid={testId} />;
}

function shortDay(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(undefined, {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
}
