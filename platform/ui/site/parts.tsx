import type { Child } from 'hono/jsx'

/** A sheet of paper: a notice or an article as it would be printed. */
export const Paper = ({ title, children }: { title?: Child; children?: Child }) => (
  <article class="paper">
    {title && <h1>{title}</h1>}
    {children}
  </article>
)

/** A part of a page under its ruled heading, with a link to all of it. */
export const Section = ({
  title,
  more,
  children,
}: {
  title: string
  more?: { href: string; label?: string }
  children?: Child
}) => (
  <section class="section">
    <h2>
      {title}
      {more && (
        <a href={more.href}>
          {more.label ?? '全部'}
          <span class="unseen">{title}</span>
        </a>
      )}
    </h2>
    {children}
  </section>
)

/** The only boxed thing on a page: what the reader may do here. */
export const BoxedAction = ({ title, text, children }: { title: string; text?: Child; children?: Child }) => (
  <div class="boxed">
    <p>
      <b>{title}</b>
      {text && <span>{text}</span>}
    </p>
    {children}
  </div>
)

/** Terms and what they are, one a line. */
export const Facts = ({ facts }: { facts: { term: string; value: Child }[] }) => (
  <dl class="facts num">
    {facts.map(({ term, value }) => (
      <div>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

/** Nothing here yet: says so and what can be done instead. */
export const EmptyState = ({ title, hint }: { title: string; hint?: Child }) => (
  <div class="empty">
    <p>
      <b>{title}</b>
    </p>
    {hint && <p>{hint}</p>}
  </div>
)

type ButtonProps = { children?: Child; main?: boolean; name?: string; value?: string }

/** Submits the form it stands in; at most one main button on a page. */
export const Button = ({ children, main, name, value }: ButtonProps) => (
  <button type="submit" class={main ? 'button main' : 'button'} name={name} value={value}>
    {children}
  </button>
)

/** A link that looks like a button: leads to the next thing to do. */
export const LinkButton = ({ href, main, children }: { href: string; main?: boolean; children?: Child }) => (
  <a class={main ? 'button main' : 'button'} href={href}>
    {children}
  </a>
)

type PaginationProps = { previous?: string; next?: string; total?: number; unit?: string }

/** Previous and next, as links. */
export const Pagination = ({ previous, next, total, unit = '条' }: PaginationProps) => (
  <nav class="pagination num" aria-label="翻页">
    {total !== undefined && (
      <span class="pagination-total">
        共{total.toLocaleString()}
        {unit}
      </span>
    )}
    {previous && (
      <a class="button" href={previous} rel="prev">
        上一页
      </a>
    )}
    {next && (
      <a class="button" href={next} rel="next">
        下一页
      </a>
    )}
  </nav>
)
