const NominationPage = () => null
export default NominationPage
