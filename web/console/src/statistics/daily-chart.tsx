import { useComputedColorScheme, useMantineTheme } from "@mantine/core";
import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { DayFigures } from "../api/model";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

/** Sessions as bars, messages as a line with a scale of its own. */
export function DailyChart({ days }: { days: DayFigures[] }) {
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
    chart.current?.setOption({
      animationDuration: 300,
      aria: { enabled: true },
      textStyle: { fontFamily: "Inter Variable, system-ui, sans-serif" },
      color: [shade("petrol", dark ? 5 : 6), shade("petrol", dark ? 8 : 2), shade("amber", 5)],
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
        data: days.map(({ day }) => shortDay(day)),
        axisLine: { lineStyle: { color: line } },
        axisTick: { show: false },
        axisLabel: { color: text, hideOverlap: true },
      },
      yAxis: [
        {
          type: "value",
          name: "Sessions",
          minInterval: 1,
          nameTextStyle: { color: text },
          axisLabel: { color: text },
          splitLine: { lineStyle: { color: line } },
        },
        {
          type: "value",
          name: "Messages",
          minInterval: 1,
          nameTextStyle: { color: text },
          axisLabel: { color: text },
          splitLine: { show: false },
        },
      ],
      series: [
        {
          name: "Sessions asked for",
          type: "bar",
          barMaxWidth: 18,
          itemStyle: { borderRadius: [4, 4, 0, 0] },
          data: days.map((day) => day.sessionsRequested),
        },
        {
          name: "Sessions ended",
          type: "bar",
          barMaxWidth: 18,
          itemStyle: { borderRadius: [4, 4, 0, 0] },
          data: days.map((day) => day.sessionsEnded),
        },
        {
          name: "Messages",
          type: "line",
          yAxisIndex: 1,
          smooth: 0.3,
          symbolSize: 6,
          showSymbol: days.length <= 31,
          data: days.map((day) => day.messages),
        },
      ],
    });
  }, [days, dark, colors]);

  return (
    <div
      ref={box}
      style={{ height: 340 }}
      role="img"
      aria-label="Sessions and messages per day"
      data-testid="daily-chart"
    />
  );
}

function shortDay(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(undefined, {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
}
