import { render } from 'preact'
import type { Intake } from '../app/door.ts'
import { createIntake } from '../app/intake.ts'
import { deviceMemory } from '../app/too-large.ts'
import { shownLimit } from '../graph/shown-limit.ts'
import type { Page } from '../app/page.ts'
import { IntakeDialogs } from './intake-dialogs.tsx'
import './intake.css'

/** Puts the dialogs of the intake beside the panels, which change with the graph while they stay. */
export function mountIntake(page: Page): Intake {
  const intake = createIntake(page, shownLimit(deviceMemory()))
  const element = document.createElement('div')
  document.body.append(element)
  render(<IntakeDialogs intake={intake} />, element)
  return intake
}
