import { parseArgs } from 'node:util'
import { formatIds } from '../formats/format.ts'
import { convert, lossAnswers, targetIds } from './convert.ts'
import type { ConvertOptions } from './convert.ts'
import { diff } from './diff.ts'
import { inspect } from './inspect.ts'
import { exit, UsageError } from './streams.ts'
import type { Streams } from './streams.ts'
import { terminalText } from './terminal-text.ts'
import { validate } from './validate.ts'

const usage = `Usage:
  orrery validate DIR|FILE… [--from FORMAT] [--strict]
  orrery inspect FILE… [--json] [--from FORMAT] [--strict]
  orrery convert IN OUT [--from FORMAT] [--to FORMAT] [--loss ${lossAnswers.join('|')}]
  orrery diff OLD NEW [--json]
  orrery apply PATCH IN OUT [--from FORMAT] [--to FORMAT] [--loss ${lossAnswers.join('|')}]
Formats to read: ${formatIds.join(', ')}. Formats to write: ${targetIds.join(', ')}.
A file named - is standard input or output. CSV is a pair, NAME-nodes.csv and NAME-edges.csv; dataset is a folder.
Exit status: 0 clean, 1 something rejected, 2 wrong usage, 3 warnings under --strict; validate rejects a dataset with any issue.`

/** Runs one command; gives its exit status. */
export async function runCommand(args: readonly string[], streams: Streams): Promise<number> {
  try {
    return await dispatch(args, streams)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    streams.complain(terminalText(`orrery: ${error.message}`))
    streams.complain(usage)
    return exit.usage
  }
}

async function dispatch(args: readonly string[], streams: Streams): Promise<number> {
  const [command, ...rest] = args
  switch (command) {
    case 'validate': {
      const { values, paths } = parsed(rest, ['from', 'strict'])
      const from = choice('from', values.from, formatIds)
      return validate(atLeastOne(paths), { from, strict: values.strict === true }, streams)
    }
    case 'inspect': {
      const { values, paths } = parsed(rest, ['from', 'strict', 'json'])
      const from = choice('from', values.from, formatIds)
      const options = { from, json: values.json === true, strict: values.strict === true }
      return inspect(atLeastOne(paths), options, streams)
    }
    case 'convert': {
      const { values, paths } = parsed(rest, ['from', 'to', 'loss'])
      const [input, output, ...more] = paths
      if (input === undefined || output === undefined || more.length > 0) {
        throw new UsageError('convert takes one input and one output')
      }
      return convert(input, output, convertOptions(values), streams)
    }
    case 'apply': {
      const { values, paths } = parsed(rest, ['from', 'to', 'loss'])
      const [patch, input, output, ...more] = paths
      if (patch === undefined || input === undefined || output === undefined || more.length > 0) {
        throw new UsageError('apply takes a patch, one input and one output')
      }
      return convert(input, output, { ...convertOptions(values), patch }, streams)
    }
    case 'diff': {
      const { values, paths } = parsed(rest, ['json'])
      const [before, after, ...more] = paths
      if (before === undefined || after === undefined || more.length > 0) {
        throw new UsageError('diff takes two files or folders')
      }
      return diff(before, after, { json: values.json === true }, streams)
    }
    case '--help':
    case 'help':
      for (const line of usage.split('\n')) streams.print(line)
      return exit.clean
    case undefined:
      throw new UsageError('which command?')
    default:
      throw new UsageError(`there is no command ${command}`)
  }
}

function convertOptions(values: {
  readonly from?: string
  readonly to?: string
  readonly loss?: string
}): ConvertOptions {
  return {
    from: choice('from', values.from, formatIds),
    to: choice('to', values.to, targetIds),
    loss: choice('loss', values.loss, lossAnswers),
  }
}

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  loss: { type: 'string' },
  json: { type: 'boolean' },
  strict: { type: 'boolean' },
} as const

type OptionName = keyof typeof options

function parsed(args: readonly string[], allowed: readonly OptionName[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    })
    for (const name of Object.keys(values)) {
      if (!allowed.some((one) => one === name)) throw new UsageError(`--${name} means nothing here`)
    }
    return { values, paths: positionals }
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof TypeError)) throw error
    throw new UsageError(error.message)
  }
}

function atLeastOne(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) throw new UsageError('which file?')
  return paths
}

function choice<Name extends string>(
  option: string,
  value: string | undefined,
  names: readonly Name[],
): Name | undefined {
  if (value === undefined) return undefined
  const name = names.find((one) => one === value)
  if (name === undefined) {
    throw new UsageError(`--${option} takes ${names.join(', ')}, not ${value}`)
  }
  return name
}
