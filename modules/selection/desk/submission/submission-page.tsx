const SubmissionPage = () => null
export default SubmissionPage
