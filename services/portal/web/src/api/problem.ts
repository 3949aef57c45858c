// What went wrong with a call, in one shape: an answer of the services (RFC 9457), or no answer at all.
export interface FieldFault {
  pointer: string
  code: string
  detail: string
}

export class ApiProblem extends Error {
  readonly code: string

  constructor(
    readonly status: number,
    type: string,
    detail: string,
    readonly faults: readonly FieldFault[] = [],
    readonly requestId = '',
  ) {
    super(detail)
    this.code = type.slice(type.lastIndexOf('/') + 1)
  }

  /** No answer came: the outcome is unknown, the same key may be sent again. */
  get unanswered(): boolean {
    return this.status === 0
  }
}

interface ProblemBody {
  type?: string
  title?: string
  detail?: string
  request_id?: string
  errors?: FieldFault[]
}

export function problemOf(response: Response, body: unknown): ApiProblem {
  const known = (typeof body === 'object' && body !== null ? body : {}) as ProblemBody
  return new ApiProblem(
    response.status,
    known.type ?? `http/${response.status}`,
    known.detail ?? known.title ?? response.statusText,
    known.errors ?? [],
    known.request_id ?? response.headers.get('x-request-id') ?? '',
  )
}
