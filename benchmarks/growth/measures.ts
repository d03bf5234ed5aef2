/**
 * What is measured of one page with one graph. Units: milliseconds; milliseconds of the longest
 * task, 0 where none reached 50; bytes; a rate.
 */
export const measures = [
  { id: 'picture', label: 'File chosen to first picture', unit: 'ms' },
  { id: 'onScreen', label: 'until it is on the screen', unit: 'ms' },
  { id: 'openingTask', label: 'Longest task while opening', unit: 'task' },
  { id: 'openingMemory', label: 'Peak memory while opening', unit: 'bytes' },
  { id: 'layout', label: 'Without places: to a readable layout', unit: 'ms' },
  { id: 'layoutTask', label: 'Longest task until then', unit: 'task' },
  { id: 'layoutMemory', label: 'Peak memory until then', unit: 'bytes' },
  { id: 'iterations', label: 'ForceAtlas2 iterations a second', unit: '1/s' },
  { id: 'panFrame', label: 'Panning: frame, median', unit: 'ms' },
  { id: 'panFrame95', label: 'Panning: frame, 95 of 100', unit: 'ms' },
  { id: 'panWork', label: 'Panning: work a frame, median', unit: 'ms' },
  { id: 'panWork95', label: 'Panning: work a frame, 95 of 100', unit: 'ms' },
  { id: 'panTasks95', label: 'Panning: tasks by the clock, 95 of 100', unit: 'ms' },
  { id: 'zoomFrame', label: 'Zooming: frame, median', unit: 'ms' },
  { id: 'zoomFrame95', label: 'Zooming: frame, 95 of 100', unit: 'ms' },
  { id: 'zoomWork', label: 'Zooming: work a frame, median', unit: 'ms' },
  { id: 'zoomWork95', label: 'Zooming: work a frame, 95 of 100', unit: 'ms' },
  { id: 'zoomTasks95', label: 'Zooming: tasks by the clock, 95 of 100', unit: 'ms' },
  { id: 'hoverFrame', label: 'Hovering: frame, median', unit: 'ms' },
  { id: 'hoverFrame95', label: 'Hovering: frame, 95 of 100', unit: 'ms' },
  { id: 'hoverWork', label: 'Hovering: work a frame, median', unit: 'ms' },
  { id: 'hoverWork95', label: 'Hovering: work a frame, 95 of 100', unit: 'ms' },
  { id: 'hoverTasks95', label: 'Hovering: tasks by the clock, 95 of 100', unit: 'ms' },
  { id: 'hoverAnswer', label: 'Hovering: until shown, 95 of 100', unit: 'ms' },
  { id: 'searchFirst', label: 'First search, until listed', unit: 'ms' },
  { id: 'search', label: 'Next search, until listed', unit: 'ms' },
  { id: 'select', label: 'Selecting, until the card', unit: 'ms' },
  { id: 'filter', label: 'Filtering, until shown', unit: 'ms' },
  { id: 'export', label: 'GEXF export, to the download', unit: 'ms' },
  { id: 'exportTask', label: 'Longest task meanwhile', unit: 'task' },
  { id: 'endMemory', label: 'Peak memory after all that', unit: 'bytes' },
] as const

export type Measure = (typeof measures)[number]

export type MeasureId = Measure['id']

/** Infinity for what was given up at the limit; nothing for what was not measured. */
export type Figures = Partial<Record<MeasureId, number>>
