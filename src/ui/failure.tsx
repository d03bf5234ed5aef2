import type { JSX } from 'preact'
import { issueText } from '../model/issue.ts'
import type { Issue } from '../model/issue.ts'

/** What stands in place of the graph when its data could not be read. */
export function Failure({ issues }: { readonly issues: readonly Issue[] }): JSX.Element {
  return (
    <main class="failure">
      <h1>Orrery could not read this graph</h1>
      <p>Nothing of it is shown, because a part could mislead. This is what is wrong:</p>
      <ul>
        {issues.map((issue, index) => (
          <li key={index}>{issueText(issue)}</li>
        ))}
      </ul>
      <p>
        <a href="./">Open the built-in graph again</a>
      </p>
    </main>
  )
}
