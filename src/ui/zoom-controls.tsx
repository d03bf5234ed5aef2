import type { JSX } from 'preact'
import { Icon } from './icon.tsx'

interface Props {
  /** By which factor things grow. */
  readonly onZoom: (factor: number) => void
  readonly onFit: () => void
}

const step = 1.5

/** The buttons beside a picture that bring it nearer, away, or into sight as a whole. */
export function ZoomControls({ onZoom, onFit }: Props): JSX.Element {
  return (
    <div class="zoom-controls" role="group" aria-label="Zoom">
      <button type="button" aria-label="Zoom in" onClick={() => onZoom(step)}>
        <Icon name="plus" />
      </button>
      <button type="button" aria-label="Zoom out" onClick={() => onZoom(1 / step)}>
        <Icon name="minus" />
      </button>
      <button type="button" aria-label="Show everything" onClick={onFit}>
        <Icon name="fit" />
      </button>
    </div>
  )
}
