// The one way to draw a chart: ECharts with only what the overview needs, in the colours of the look, as SVG.
import { BarChart, LineChart, type BarSeriesOption, type LineSeriesOption } from 'echarts/charts'
import { GridComponent, TooltipComponent, type GridComponentOption, type TooltipComponentOption } from 'echarts/components'
import { init, use, type ComposeOption, type ECharts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Chart } from './pages/office/figures'

type Option = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption | TooltipComponentOption>
use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer])

const look = getComputedStyle(document.documentElement)
const colour = (name: string): string => look.getPropertyValue(`--${name}`).trim()

function optionOf(chart: Chart): Option {
  const text = { color: colour('soft'), fontFamily: colour('font') }
  const names = { type: 'category', data: chart.rows.map((row) => row.text), axisTick: { show: false }, axisLine: { lineStyle: { color: colour('line-strong') } }, axisLabel: { color: colour('ink') } } as const
  const values = { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: colour('line') } } } as const
  const shares = { type: 'value', min: 0, max: 100, splitLine: { show: false }, axisLabel: { formatter: '{value}%' } } as const
  const lines = chart.columns.some((column) => column.line)
  const series = chart.columns.flatMap((column, index): (BarSeriesOption | LineSeriesOption)[] => {
    if (!column.tone) return []
    const data = chart.rows.map((row) => row.cells[index]?.value ?? null)
    const own = { id: String(index), name: column.text, color: colour(column.tone), data }
    return [column.line ? { ...own, type: 'line', yAxisIndex: 1, symbolSize: 8, cursor: 'pointer' } : { ...own, type: 'bar', barMaxWidth: 26, ...(chart.lying ? { stack: 'all' } : {}) }]
  })
  return {
    animation: false,
    textStyle: text,
    grid: { top: 12, left: 4, right: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, confine: true, textStyle: { color: colour('ink'), fontFamily: colour('font') } },
    xAxis: chart.lying ? values : names,
    yAxis: chart.lying ? { ...names, inverse: true } : lines ? [values, shares] : values,
    series,
  }
}

/** Draw a chart; a click on a bar or point opens the list behind it. Gives what draws it anew. */
export function chartIn(box: HTMLElement, open: (to: string) => void): { show: (chart: Chart) => void; end: () => void } {
  const instance: ECharts = init(box, null, { renderer: 'svg' })
  const watcher = new ResizeObserver(() => instance.resize())
  let shown: Chart | null = null
  watcher.observe(box)
  instance.on('click', (event) => {
    const to = shown?.rows[event.dataIndex]?.cells[Number(event.seriesId)]?.to
    if (to) open(to)
  })
  return {
    show: (chart) => {
      shown = chart
      instance.setOption(optionOf(chart), { notMerge: true })
      instance.resize()
    },
    end: () => {
      watcher.disconnect()
      instance.dispose()
    },
  }
}
